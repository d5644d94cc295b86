/** The largest file that an import takes; the web server refuses what is larger before it is read. */
export const MAX_IMPORT_BYTES = 32 * 1024 * 1024;
