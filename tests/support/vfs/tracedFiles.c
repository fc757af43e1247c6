/*
 * A SQLite VFS over the system's own that writes down everything that reaches the files below one folder: what was
 * created, written, truncated, synced and deleted, in order. What a power cut leaves of it is worked out elsewhere.
 *
 * A record, little-endian: u32 kind, u32 bytes of the path, i64 offset, u32 bytes of data, then path and data.
 * Shared memory (-shm) is not recorded: it is gone with the power, and SQLite makes it anew.
 */
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

#include "sqlite3ext.h"
SQLITE_EXTENSION_INIT1

enum { CREATED = 1, WRITTEN = 2, TRUNCATED = 3, SYNCED = 4, DELETED = 5, FOLDER_SYNCED = 6 };

static sqlite3_vfs *system_vfs;
static sqlite3_vfs traced_vfs;
static int trace_file = -1;
static char folder[4096];
static size_t folder_length;

typedef struct TracedFile {
  sqlite3_file base;
  sqlite3_file *real;
  /* NULL for a file that is not watched. SQLite keeps the name for as long as the file is open. */
  const char *path;
  /* The system's VFS syncs the folder with the first sync of a write-ahead file or a journal that may be new. */
  int syncs_folder;
} TracedFile;

static sqlite3_file *real(sqlite3_file *file) { return ((TracedFile *)file)->real; }

static int is_watched(const char *path) {
  return trace_file >= 0 && path != 0 && strncmp(path, folder, folder_length) == 0;
}

static int trace(uint32_t kind, const char *path, sqlite3_int64 offset, const void *data, uint32_t bytes) {
  unsigned char head[20];
  uint32_t path_bytes = (uint32_t)strlen(path);
  memcpy(head, &kind, 4);
  memcpy(head + 4, &path_bytes, 4);
  memcpy(head + 8, &offset, 8);
  memcpy(head + 16, &bytes, 4);
  struct iovec parts[3] = {{head, sizeof head}, {(void *)path, path_bytes}, {(void *)data, bytes}};
  ssize_t expected = (ssize_t)(sizeof head + path_bytes + bytes);
  return writev(trace_file, parts, 3) == expected ? SQLITE_OK : SQLITE_IOERR;
}

static int traced(sqlite3_file *file, int outcome, uint32_t kind, sqlite3_int64 offset, const void *data, int bytes) {
  const char *path = ((TracedFile *)file)->path;
  if (outcome != SQLITE_OK || path == 0 || trace_file < 0) return outcome;
  return trace(kind, path, offset, data, (uint32_t)bytes);
}

static int close_file(sqlite3_file *file) { return real(file)->pMethods->xClose(real(file)); }
static int read_file(sqlite3_file *file, void *into, int bytes, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), into, bytes, offset);
}
static int write_file(sqlite3_file *file, const void *data, int bytes, sqlite3_int64 offset) {
  int outcome = real(file)->pMethods->xWrite(real(file), data, bytes, offset);
  return traced(file, outcome, WRITTEN, offset, data, bytes);
}
static int truncate_file(sqlite3_file *file, sqlite3_int64 size) {
  return traced(file, real(file)->pMethods->xTruncate(real(file), size), TRUNCATED, size, "", 0);
}
static int sync_file(sqlite3_file *file, int flags) {
  TracedFile *watched = (TracedFile *)file;
  int outcome = traced(file, real(file)->pMethods->xSync(real(file), flags), SYNCED, 0, "", 0);
  if (outcome != SQLITE_OK || !watched->syncs_folder) return outcome;
  watched->syncs_folder = 0;
  return traced(file, SQLITE_OK, FOLDER_SYNCED, 0, "", 0);
}
static int file_size(sqlite3_file *file, sqlite3_int64 *size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
static int lock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xLock(real(file), level); }
static int unlock_file(sqlite3_file *file, int level) { return real(file)->pMethods->xUnlock(real(file), level); }
static int check_lock(sqlite3_file *file, int *out) {
  return real(file)->pMethods->xCheckReservedLock(real(file), out);
}
static int file_control(sqlite3_file *file, int operation, void *argument) {
  return real(file)->pMethods->xFileControl(real(file), operation, argument);
}
static int sector_size(sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); }
static int characteristics(sqlite3_file *file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
static int shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
}
static int shm_lock(sqlite3_file *file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
static void shm_barrier(sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); }
static int shm_unmap(sqlite3_file *file, int deletes) {
  return real(file)->pMethods->xShmUnmap(real(file), deletes);
}

/* Version 2: without memory-mapped reading, so that every byte passes through here. */
static const sqlite3_io_methods traced_methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = characteristics,
    .xShmMap = shm_map,
    .xShmLock = shm_lock,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = shm_unmap,
};

static int open_file(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out_flags) {
  TracedFile *watched = (TracedFile *)file;
  int exists = 1;
  (void)vfs;
  memset(watched, 0, sizeof *watched);
  watched->real = (sqlite3_file *)&watched[1];
  if (is_watched(path)) exists = access(path, F_OK) == 0;
  int outcome = system_vfs->xOpen(system_vfs, path, watched->real, flags, out_flags);
  if (outcome != SQLITE_OK) return outcome;
  watched->base.pMethods = &traced_methods;
  if (!is_watched(path) || (flags & SQLITE_OPEN_DELETEONCLOSE)) return SQLITE_OK;
  watched->path = path;
  watched->syncs_folder =
      (flags & SQLITE_OPEN_CREATE) && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL));
  return exists ? SQLITE_OK : trace(CREATED, path, 0, "", 0);
}

static int delete_file(sqlite3_vfs *vfs, const char *path, int syncs_folder) {
  (void)vfs;
  int outcome = system_vfs->xDelete(system_vfs, path, syncs_folder);
  if (outcome != SQLITE_OK || !is_watched(path)) return outcome;
  outcome = trace(DELETED, path, 0, "", 0);
  return outcome == SQLITE_OK && syncs_folder ? trace(FOLDER_SYNCED, path, 0, "", 0) : outcome;
}

/* trace_files(file, folder): from now on everything below the folder is appended to the file. */
static void start_trace(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  const char *path = (const char *)sqlite3_value_text(values[0]);
  const char *below = (const char *)sqlite3_value_text(values[1]);
  if (path == 0 || below == 0 || strlen(below) >= sizeof folder || trace_file >= 0) {
    sqlite3_result_error(context, "A trace runs already, or its names are wrong.", -1);
    return;
  }
  trace_file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (trace_file < 0) {
    sqlite3_result_error(context, "The trace cannot be written.", -1);
    return;
  }
  strcpy(folder, below);
  folder_length = strlen(folder);
  sqlite3_vfs_register(&traced_vfs, 1);
}

static void stop_trace(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)context;
  (void)count;
  (void)values;
  if (trace_file >= 0) close(trace_file);
  trace_file = -1;
  sqlite3_vfs_register(system_vfs, 1);
}

int sqlite3_tracedfiles_init(sqlite3 *db, char **message, const sqlite3_api_routines *api) {
  SQLITE_EXTENSION_INIT2(api);
  (void)message;
  if (system_vfs == 0) {
    system_vfs = sqlite3_vfs_find(0);
    traced_vfs = *system_vfs;
    traced_vfs.zName = "traced";
    traced_vfs.pNext = 0;
    traced_vfs.szOsFile = (int)sizeof(TracedFile) + system_vfs->szOsFile;
    traced_vfs.xOpen = open_file;
    traced_vfs.xDelete = delete_file;
  }
  sqlite3_create_function(db, "trace_files", 2, SQLITE_UTF8, 0, start_trace, 0, 0);
  sqlite3_create_function(db, "trace_no_files", 0, SQLITE_UTF8, 0, stop_trace, 0, 0);
  return SQLITE_OK_LOAD_PERMANENTLY;
}
