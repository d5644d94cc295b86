import { readFile, writeFile } from "node:fs/promises";
import { requirementsSchema, writeRequirements } from "./security-document";

/** Writes the table of OWASP ASVS requirements into docs/security.md. */
const path = "docs/security.md";
const requirements = requirementsSchema.parse(JSON.parse(await readFile("docs/asvs.json", "utf8")));
await writeFile(path, writeRequirements(await readFile(path, "utf8"), requirements));
