import { writeFile } from "node:fs/promises";
import { generateSdkSchema, sdkSchemaPath } from "./sdk-schema";

/** Writes the types of the SDK. */
await writeFile(sdkSchemaPath, await generateSdkSchema());
