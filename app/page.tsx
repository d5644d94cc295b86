import { redirect } from "next/navigation";
import { redirectToPendingRequirement, requireViewer } from "./_server/viewer";

/** The address without a path leads everybody to where their work is. */
export default async function HomePage() {
  const viewer = await requireViewer();
  redirectToPendingRequirement(viewer);
  redirect(viewer.actor.kind === "member" ? "/dashboard" : "/me");
}
