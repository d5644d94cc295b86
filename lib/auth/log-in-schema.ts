import { emailAddress, z } from "../validation/problems";

export const logInInput = z.object({
  email: emailAddress,
  password: z.string().min(1).max(256),
  organizationId: z.uuid().optional(),
});
