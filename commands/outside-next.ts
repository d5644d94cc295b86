// Replaces the `server-only` package in processes that are not Next's.
export {};
