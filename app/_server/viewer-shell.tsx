import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { PasskeyProof } from "@/components/form/passkey-proof";
import { AppShell } from "@/components/shell/app-shell";
import {
  type NavigationKey,
  navigation,
  navigationGroups,
  quickActions,
} from "@/components/shell/navigation";
import { isTheme } from "@/components/shell/theme";
import type { Member } from "@/lib/core/access/actor";
import { may } from "@/lib/core/access/authorize";
import { environment } from "@/lib/core/env";
import { addressOfSlug } from "@/lib/core/organizations/organization-host";
import type { Viewer } from "@/lib/identity/auth/find-session";
import { OpenWorkCount } from "./open-work-count";
import { offerPasskeyProofAction } from "./passkey-actions";
import { chooseThemeAction, logOutAction } from "./shell-actions";

/** The frame around every page behind login, with the menu of the viewer's role. */
export async function ViewerShell({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const t = await getTranslations("shell");
  const roles = await getTranslations("roles");
  const theme = (await cookies()).get("theme")?.value;
  const { actor } = viewer;
  const links = actor.kind === "member" ? await readMenuLinks(actor) : [];
  const menu = navigationGroups
    .map((key) => ({
      key,
      label: key === "overview" ? undefined : t(`groups.${key}`),
      links: links.filter(({ group }) => group === key),
    }))
    .filter((group) => group.links.length > 0);
  const actions = quickActions.filter(({ needs: [action, resource] }) =>
    may(actor, action, resource),
  );
  const paletteEntries =
    actor.kind === "member"
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
      menu={menu}
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

/** What a member may open, with how much is open there. */
async function readMenuLinks(actor: Member) {
  const t = await getTranslations("shell");
  const counted: Partial<Record<NavigationKey, "cases" | "incidents">> = {
    cases: "cases",
    support: "incidents",
  };
  return navigation
    .filter(({ needs: [action, resource] }) => may(actor, action, resource))
    .map(({ key, group, href }) => {
      const kind = counted[key];
      const count = kind && (
        <Suspense fallback={null}>
          <OpenWorkCount actor={actor} kind={kind} />
        </Suspense>
      );
      return { key, group, href, label: t(`navigation.${key}`), count };
    });
}
