import type { ReactNode } from "react";
import { readConnectLink } from "@/app/_server/connect-link";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { ConnectFrame } from "../connect-frame";

type Props = { children: ReactNode; params: Promise<{ token: string }> };

export default async function ConnectLayout({ children, params }: Props) {
  const { anonymous, link } = await readConnectLink(cleanLinkPart((await params).token));
  const organization = link.kind === "unknown" ? undefined : link;
  return (
    <ConnectFrame anonymous={anonymous} organization={organization}>
      {children}
    </ConnectFrame>
  );
}
