import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PasskeyProof } from "@/components/form/passkey-proof";
import { AppShell } from "@/components/shell/app-shell";
import { navigation, quickActions } from "@/components/shell/navigation";
import { isTheme } from "@/components/shell/theme";
import { may } from "@/lib/core/access/authorize";
import { environment } from "@/lib/core/env";
import { addressOfSlug } from "@/lib/core/organizations/organization-host";
import type { Viewer } from "@/lib/identity/auth/find-session";
import { offerPasskeyProofAction } from "./passkey-actions";
import { chooseThemeAction, logOutAction } from "./shell-actions";

/** The frame around every page behind login, with the menu of the viewer's role. */
export async function ViewerShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = await getTranslations("shell");
  const roles = await getTranslations("roles");
  const theme = (await cookies()).get("theme")?.value;
  const links =
    viewer.actor.kind === "member"
      ? navigation
          .filter(({ needs: [action, resource] }) => may(viewer.actor, action, resource))
          .map(({ key, href }) => ({ key, href, label: t(`navigation.${key}`) }))
      : [];
  const actions = quickActions.filter(({ needs: [action, resource] }) =>
    may(viewer.actor, action, resource),
  );
  const paletteEntries =
    viewer.actor.kind === "member"
      ? [
          ...actions.map(({ key, href }) => ({
            kind: "action" as const,
            href,
            label: t(`palette.actions.${key}`),
          })),
          ...links.map(({ href, label }) => ({ kind: "page" as const, href, label })),
        ]
      : [];
  return (
    <AppShell
      organizationId={viewer.actor.organizationId}
      accentColor={viewer.organization.accentColor}
      logoHash={viewer.organization.logoHash}
      organizationName={viewer.organization.name}
      isSandbox={viewer.organization.environment === "sandbox"}
      sibling={
        viewer.sibling
          ? {
              name: viewer.sibling.name,
              address: addressOfSlug(viewer.sibling.slug, environment().BASE_URL),
              isSandbox: viewer.sibling.environment === "sandbox",
            }
          : undefined
      }
      links={links}
      paletteEntries={paletteEntries}
      userName={viewer.actor.name}
      userDetail={viewer.actor.kind === "member" ? roles(viewer.actor.role) : viewer.email}
      theme={isTheme(theme) ? theme : "system"}
      chooseTheme={chooseThemeAction}
      logOut={logOutAction}
    >
      <PasskeyProof value={offerPasskeyProofAction}>{children}</PasskeyProof>
    </AppShell>
  );
}
