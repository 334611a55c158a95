/* Loaded before a program (LD_PRELOAD): logs what it writes to files, in order, so that a power cut can be played afterwards.
   WRITELOG names the log. Each record: one letter, three 64-bit numbers (inode, offset, length), then the bytes.
     W write   T truncate to offset   S sync   A what was answered on standard output */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, #name))
typedef ssize_t (*write_t)(int, const void *, size_t);

static void record(char kind, int fd, int64_t offset, const void *bytes, size_t length)
{
    struct stat status;
    if (fd != STDOUT_FILENO && (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)))
        return;
    write_t real_write = REAL(write, write_t);
    pthread_mutex_lock(&mutex);
    if (log_fd < 0 && getenv("WRITELOG"))
        log_fd = open(getenv("WRITELOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (log_fd >= 0 && fd != log_fd) {
        int64_t head[3] = {fd == STDOUT_FILENO ? 0 : (int64_t)status.st_ino, offset, (int64_t)length};
        char letter = fd == STDOUT_FILENO ? 'A' : kind;
        if (real_write(log_fd, &letter, 1) < 0 || real_write(log_fd, head, sizeof head) < 0
            || (bytes && real_write(log_fd, bytes, length) < 0))
            abort();
    }
    pthread_mutex_unlock(&mutex);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset)
{
    record('W', fd, offset, bytes, length);
    return REAL(pwrite64, ssize_t(*)(int, const void *, size_t, off64_t))(fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset)
{
    return pwrite64(fd, bytes, length, offset);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
    if (fd == STDOUT_FILENO)
        record('A', fd, 0, bytes, length);
    else
        record('W', fd, lseek(fd, 0, SEEK_CUR), bytes, length);
    return REAL(write, write_t)(fd, bytes, length);
}

int ftruncate64(int fd, off64_t length)
{
    record('T', fd, length, NULL, 0);
    return REAL(ftruncate64, int (*)(int, off64_t))(fd, length);
}

int ftruncate(int fd, off_t length)
{
    return ftruncate64(fd, length);
}

int fsync(int fd)
{
    int result = REAL(fsync, int (*)(int))(fd);
    record('S', fd, 0, NULL, 0);
    return result;
}

int fdatasync(int fd)
{
    int result = REAL(fdatasync, int (*)(int))(fd);
    record('S', fd, 0, NULL, 0);
    return result;
}
