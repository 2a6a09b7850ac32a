/* Records what a program does to the files under $RECORD_UNDER, for tools/operation/powercut.

   Preloaded (LD_PRELOAD), it writes one entry for each write, truncation, sync, creation, renaming and
   removal to $RECORD_TO, in the order in which they are done, and one for each line that goes to
   standard error. An entry is a head of four 64-bit numbers (kind, length of the path, offset, length
   of the data), the path, and the data. Shared memory (-shm) is left out: nothing of it outlives a
   power cut that matters. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { WRITE = 1, TRUNCATE, SYNC, CREATE, RENAME, REMOVE, NOTE };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;
static const char *under;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static void start(void) {
  if (record >= 0 || !getenv("RECORD_TO")) return;
  under = getenv("RECORD_UNDER");
  record = REAL(open)(getenv("RECORD_TO"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

static void all(const void *bytes, size_t count) {
  __typeof__(&write) write_out = REAL(write);
  while (count > 0) {
    ssize_t done = write_out(record, bytes, count);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done;
    count -= (size_t)done;
  }
}

static int is_kept(const char *path) {
  start();
  size_t length = path ? strlen(path) : 0;
  return record >= 0 && under && path && strncmp(path, under, strlen(under)) == 0 &&
         !(length > 4 && strcmp(path + length - 4, "-shm") == 0);
}

static void entry(uint64_t kind, const char *path, uint64_t offset, const void *data, uint64_t count) {
  uint64_t head[4] = {kind, strlen(path), offset, count};
  all(head, sizeof head);
  all(path, head[1]);
  all(data, count);
}

static const char *path_of(int file, char *buffer) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, buffer, 4095);
  if (length <= 0) return NULL;
  buffer[length] = 0;
  return buffer;
}

/* Does `act` and records it, so that the order of entries is that of the acts. */
#define RECORDED(path, kind, offset, data, count, act) \
  pthread_mutex_lock(&lock);                           \
  __auto_type result = act;                            \
  if (result >= 0) entry(kind, path, offset, data, count); \
  pthread_mutex_unlock(&lock);                         \
  return result;

#define WRITER(name, offset_type)                                                        \
  ssize_t name(int file, const void *data, size_t count, offset_type offset) {           \
    char buffer[4096];                                                                   \
    const char *path = path_of(file, buffer);                                            \
    if (!is_kept(path)) return REAL(name)(file, data, count, offset);                    \
    RECORDED(path, WRITE, (uint64_t)offset, data, (uint64_t)result, REAL(name)(file, data, count, offset)) \
  }
WRITER(pwrite, off_t)
WRITER(pwrite64, off64_t)

ssize_t write(int file, const void *data, size_t count) {
  start();
  if (record >= 0 && file == STDERR_FILENO) {
    pthread_mutex_lock(&lock);
    entry(NOTE, "", 0, data, count);
    pthread_mutex_unlock(&lock);
    return REAL(write)(file, data, count);
  }
  char buffer[4096];
  const char *path = path_of(file, buffer);
  if (!is_kept(path)) return REAL(write)(file, data, count);
  struct stat status;
  fstat(file, &status);
  uint64_t offset = (fcntl(file, F_GETFL) & O_APPEND) ? (uint64_t)status.st_size
                                                      : (uint64_t)lseek(file, 0, SEEK_CUR);
  RECORDED(path, WRITE, offset, data, (uint64_t)result, REAL(write)(file, data, count))
}

#define TRUNCATER(name, length_type)                                   \
  int name(int file, length_type length) {                             \
    char buffer[4096];                                                 \
    const char *path = path_of(file, buffer);                          \
    if (!is_kept(path)) return REAL(name)(file, length);               \
    RECORDED(path, TRUNCATE, (uint64_t)length, "", 0, REAL(name)(file, length)) \
  }
TRUNCATER(ftruncate, off_t)
TRUNCATER(ftruncate64, off64_t)

#define SYNCER(name)                                          \
  int name(int file) {                                        \
    char buffer[4096];                                        \
    const char *path = path_of(file, buffer);                 \
    if (!is_kept(path)) return REAL(name)(file);              \
    RECORDED(path, SYNC, 0, "", 0, REAL(name)(file))          \
  }
SYNCER(fsync)
SYNCER(fdatasync)

#define OPENER(name)                                                            \
  int name(const char *path, int flags, ...) {                                  \
    mode_t mode = 0;                                                            \
    if (flags & O_CREAT) {                                                      \
      va_list rest;                                                             \
      va_start(rest, flags);                                                    \
      mode = va_arg(rest, mode_t);                                              \
      va_end(rest);                                                             \
    }                                                                           \
    struct stat status;                                                         \
    if (!is_kept(path) || !(flags & O_CREAT) ||                                 \
        (stat(path, &status) == 0 && !(flags & O_TRUNC)))                       \
      return REAL(name)(path, flags, mode);                                     \
    RECORDED(path, CREATE, (flags & O_TRUNC) != 0, "", 0, REAL(name)(path, flags, mode)) \
  }
OPENER(open)
OPENER(open64)

int unlink(const char *path) {
  if (!is_kept(path)) return REAL(unlink)(path);
  RECORDED(path, REMOVE, 0, "", 0, REAL(unlink)(path))
}

int remove(const char *path) {
  if (!is_kept(path)) return REAL(remove)(path);
  RECORDED(path, REMOVE, 0, "", 0, REAL(remove)(path))
}

int rename(const char *from, const char *to) {
  if (!is_kept(from)) return REAL(rename)(from, to);
  RECORDED(from, RENAME, 0, to, strlen(to), REAL(rename)(from, to))
}
