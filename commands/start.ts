import { migrateDatabase } from "../db/migrate";
import { parseEnvironment } from "../lib/env";
import { startProgram, stopProgram } from "./children";
import { reportingFailure } from "./reporting-failure";

// Production: brings the database up to date, then runs web server and worker until told to stop. With
// WITHOUT_WORKER=true the worker runs elsewhere (npm run worker).
await reportingFailure(async () => {
  const { DATABASE_OWNER_URL, DATABASE_URL } = parseEnvironment(process.env);
  await migrateDatabase(DATABASE_OWNER_URL ?? DATABASE_URL);
  const variables = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } as const;
  const programs =
    process.env.WITHOUT_WORKER === "true" ? ["server.ts"] : ["worker.ts", "server.ts"];
  const children: Awaited<ReturnType<typeof startProgram>>[] = [];
  for (const program of programs) children.push(await startProgram(program, variables));
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => resolve());
    for (const child of children) {
      child.once("exit", () => {
        process.exitCode = 1;
        resolve();
      });
    }
  });
  for (const child of children.reverse()) await stopProgram(child);
});
