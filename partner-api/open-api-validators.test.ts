import { createConfig, lintFromString } from "@redocly/openapi-core";
import { Validator } from "@seriousme/openapi-schema-validator";
import { expect, it } from "vitest";
import { openApiDocument } from "./open-api-document";

const source = JSON.stringify(openApiDocument());

it("Redocly finds no fault with the OpenAPI document", async () => {
  const config = await createConfig({
    extends: ["recommended"],
    // The portal's licence is not the API's: clients need none.
    rules: { "info-license": "off" },
  });
  const found = await lintFromString({ source, config });
  expect(
    found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
  ).toEqual([]);
});

it("the OpenAPI document follows the schema of OpenAPI 3.1", async () => {
  const { valid, errors } = await new Validator().validate(JSON.parse(source));
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});
