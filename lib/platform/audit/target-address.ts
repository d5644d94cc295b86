/** Where in the portal the thing that an event speaks of is found; undefined where there is no page. */
export function targetAddress(event: {
  action: string;
  targetType: string;
  targetId: string | null;
}): string | undefined {
  const { action, targetType, targetId } = event;
  if (targetType === "audit-stream") return "/settings/audit-stream";
  if (targetType === "terms") return "/settings/terms";
  if (!targetId) return undefined;
  if (targetType === "device") return `/devices/${targetId}`;
  if (targetType === "end-user") return `/users/${targetId}`;
  if (targetType === "handbook-entry") return `/handbook/${targetId}`;
  if (targetType === "api-client") return `/settings/api-credentials/${targetId}`;
  if (targetType === "access-review") return `/team/reviews/${targetId}`;
  if (targetType === "security-finding") return `/settings/security/${targetId}`;
  if (targetType === "invoice") return `/settings/billing/invoices/${targetId}`;
  if (targetType === "billing-account") return "/settings/billing";
  if (targetType === "organization") return "/settings";
  if (targetType !== "user") return undefined;
  const isOfTeam = ["member.", "invitation.", "onboarding.", "access-review."].some((area) =>
    action.startsWith(area),
  );
  return isOfTeam ? `/team/${targetId}` : undefined;
}
