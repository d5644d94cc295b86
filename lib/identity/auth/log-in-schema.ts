import { emailAddress, verbatimText, z } from "@/lib/core/validation/problems";

export const logInInput = z.object({
  email: emailAddress,
  password: verbatimText().min(1).max(256),
  organizationId: z.uuid().optional(),
});
