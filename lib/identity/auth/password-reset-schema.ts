import { emailAddress, verbatimText, z } from "@/lib/core/validation/problems";

export const requestPasswordResetInput = z.object({ email: emailAddress });

export const resetPasswordInput = z.object({
  token: z.string().max(200),
  password: verbatimText().min(1).max(1024),
});
