/** Runs a command; when it fails, says why in words instead of a stack, and exits with 1. */
export async function reportingFailure(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
