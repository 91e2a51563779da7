// Runs inside a bare isolate, before interpreter.js, which takes what is defined here and removes it from the globals. What Emscripten's file system lets
// a submission do: read everything, write below the scratch folder, and leave nothing behind.
'use strict';

const SCRATCH_PATH = '/scratch';
let scratchIsDirty = false;

/** The file system is read-only but for the scratch folder. */
function guardFileSystem(FS) {
  const deny = () => {
    throw new FS.ErrnoError(69); // EROFS
  };
  const inScratch = (path) => {
    const absolute = path && FS.lookupPath ? resolvePath(FS, path) : '';
    return absolute.startsWith(SCRATCH_PATH + '/') || absolute.startsWith('/tmp/');
  };
  const guard = (name, ...pathArguments) => {
    const original = FS[name];
    FS[name] = (...args) => {
      for (const index of pathArguments) if (!inScratch(args[index])) deny();
      scratchIsDirty = true;
      return original(...args);
    };
  };
  guard('mkdir', 0);
  guard('rmdir', 0);
  guard('unlink', 0);
  guard('rename', 0, 1);
  guard('mknod', 0);
  // A link would lead out of the scratch folder past the check, which looks at the path only.
  for (const name of [
    'symlink',
    'link',
    'chown',
    'lchmod',
    'lchown',
    'fchmod',
    'fchown',
    'utime',
    'mount',
    'unmount',
    'mkdev',
  ])
    FS[name] = deny;
  const chmod = FS.chmod;
  FS.chmod = (path, ...rest) => {
    if (typeof path === 'string') deny();
    return chmod(path, ...rest); // opening a new file sets its mode by its node
  };
  const open = FS.open;
  FS.open = (path, flags, mode) => {
    const wanted = typeof flags === 'string' ? 1 : flags;
    // O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND
    if ((wanted & (1 | 2 | 64 | 512 | 1024)) !== 0 && typeof path === 'string') {
      const absolute = resolvePath(FS, path);
      const isDevice = absolute.startsWith('/dev/') && FS.analyzePath(absolute).exists;
      if (!isDevice && !inScratch(path)) deny();
      scratchIsDirty = true;
    }
    return open(path, flags, mode);
  };
  const truncate = FS.truncate;
  FS.truncate = (path, length) => {
    if (typeof path === 'string' && !inScratch(path)) deny();
    return truncate(path, length);
  };
}

function resolvePath(FS, path) {
  const parts = [];
  for (const part of (path.startsWith('/') ? path : FS.cwd() + '/' + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return '/' + parts.join('/');
}

/** Removes what is in a folder, as the file system does it: its table of names remembers what is only cut off. */
function emptyFolder(FS, path) {
  for (const name of FS.readdir(path)) {
    if (name === '.' || name === '..') continue;
    const inner = path + '/' + name;
    if (FS.isDir(FS.lookupPath(inner).node.mode)) {
      emptyFolder(FS, inner);
      FS.rmdir(inner);
    } else FS.unlink(inner);
  }
}

function captureDescriptors(FS) {
  return FS.streams.map((stream) => stream && { stream, shared: { ...stream.shared } });
}

function restoreDescriptors(FS, captured) {
  FS.streams.length = 0;
  captured.forEach((entry, fd) => {
    if (!entry) return;
    Object.assign(entry.stream.shared, entry.shared);
    entry.stream.fd = fd;
    FS.streams[fd] = entry.stream;
  });
}

/** Files that many isolates share must not be copied: the node points at the shared bytes. */
function writeShared(FS, path, bytes) {
  const node = FS.create(path, 0o444);
  const file = FS.lookupPath(path).node ?? node;
  file.contents = bytes;
  file.usedBytes = bytes.length;
  // The same bytes are the library of every interpreter, the judge's too: no way of writing may reach them, not even
  // one that forgets to ask how the file was opened (a shared mapping does).
  const refuse = () => {
    throw new FS.ErrnoError(69);
  };
  file.stream_ops = { ...file.stream_ops, write: refuse, msync: refuse, allocate: refuse };
  file.node_ops = { ...file.node_ops, setattr: refuse };
}

/** Removes what a submission wrote. */
function emptyScratch(FS) {
  if (!scratchIsDirty) return;
  FS.ignorePermissions = true;
  emptyFolder(FS, SCRATCH_PATH);
  emptyFolder(FS, '/tmp');
  FS.ignorePermissions = false;
  scratchIsDirty = false;
}

globalThis.overlapFileSystem = {
  SCRATCH_PATH,
  guardFileSystem,
  captureDescriptors,
  restoreDescriptors,
  writeShared,
  emptyScratch,
};
