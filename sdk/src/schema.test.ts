import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generateSdkSchema, sdkSchemaPath } from "@/commands/sdk-schema";

it("has the types of the OpenAPI document; otherwise run npm run sdk:generate", async () => {
  const isCurrent = readFileSync(sdkSchemaPath, "utf8") === (await generateSdkSchema());
  expect(isCurrent).toBe(true);
}, 60_000);
