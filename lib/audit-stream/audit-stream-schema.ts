import { z } from "../validation/problems";
import { webAddress } from "../validation/web-address";

export const saveAuditStreamInput = z.object({ url: webAddress });
