/* SPDX-FileCopyrightText: 2026 The Remit authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Preloaded into a program under test: the machine was started a moment ago in January 1970, as one without a battery is. Time passes as it
 * does elsewhere. */

#include <stddef.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int
clock_gettime (clockid_t        clock,
               struct timespec *time)
{
  return (int) syscall (SYS_clock_gettime, clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE ? CLOCK_BOOTTIME : clock, time);
}

int
gettimeofday (struct timeval *restrict time,
              void *restrict           zone)
{
  struct timespec now;
  int status = clock_gettime (CLOCK_REALTIME, &now);

  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return status;
}

time_t
time (time_t *result)
{
  struct timespec now;

  clock_gettime (CLOCK_REALTIME, &now);
  if (result != NULL)
    *result = now.tv_sec;
  return now.tv_sec;
}
