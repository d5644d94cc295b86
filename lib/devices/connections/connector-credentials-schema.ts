import { requiredText, z } from "@/lib/core/validation/problems";

export const enodeCredentialsInput = z.object({
  clientId: requiredText(200),
  clientSecret: requiredText(500),
});
