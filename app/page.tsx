import { redirect } from "next/navigation";
import { requireViewer } from "./_request/viewer";

/** The address without a path leads everybody to where their work is. */
export default async function HomePage() {
  const { actor } = await requireViewer();
  if (actor.kind === "newcomer") redirect("/account/second-factor");
  redirect(actor.kind === "member" ? "/dashboard" : "/me");
}
