import type { ReactNode } from "react";
import { readConnectLink } from "@/app/_server/connect-link";
import { BrandStyle } from "@/components/shell/brand-style";
import { Logo } from "@/components/shell/logo";
import { OrganizationLogo } from "@/components/shell/organization-logo";
import { cleanLinkPart } from "@/lib/identity/auth/link-token";
import { viewBranding } from "@/lib/platform/branding/branding";

type Props = { children: ReactNode; params: Promise<{ token: string }> };

/** The frame that an end-user sees: their utility's name, logo and colour. */
export default async function ConnectLayout({ children, params }: Props) {
  const { anonymous, link } = await readConnectLink(cleanLinkPart((await params).token));
  const branding =
    anonymous && link.kind !== "unknown" ? await viewBranding(anonymous, {}) : undefined;
  return (
    <>
      {link.kind !== "unknown" && (
        <BrandStyle
          organizationId={link.organizationId}
          accentColor={branding?.accentColor ?? null}
        />
      )}
      <main className="mx-auto flex min-h-dvh w-full max-w-lg flex-col px-4 py-8 sm:py-14">
        <div className="mb-8 flex items-center justify-center gap-2.5 text-[15px] font-semibold text-ink">
          {branding?.logoHash && link.kind !== "unknown" ? (
            <OrganizationLogo
              organizationId={link.organizationId}
              hash={branding.logoHash}
              isLarge
            />
          ) : (
            <Logo />
          )}
          {link.kind === "unknown" ? "Wattdesk" : link.organizationName}
        </div>
        {children}
      </main>
    </>
  );
}
