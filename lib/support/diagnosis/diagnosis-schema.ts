import { z } from "@/lib/core/validation/problems";

export const runDiagnosisInput = z.union([
  z.object({ deviceId: z.uuid() }),
  z.object({ userId: z.uuid() }),
]);
