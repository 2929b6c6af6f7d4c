export { checkContent, EXTENSIONS, type MediaType } from './checks.js';
export { collect, MEGABYTE } from './collect.js';
export { ContentFolder } from './content-folder.js';
export { type ContentFault, Contents } from './contents.js';
export { copyContents, type ContentCopy, type CopiedContents } from './copy-contents.js';
export { openContents, storageOptions, type StorageOptions } from './storage-options.js';
export { cleanFileName, DEFAULT_FILE_LIMITS, type FileLimits, FileStore, type FileStoreOptions, type IncomingFile } from './file-store.js';
export { VirusScanner, type ScannerAddress } from './virus-scanner.js';
export { type FileBelonging, type StoredContent, type StoredFile, type Uploader } from './stored-file.js';
