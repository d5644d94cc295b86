import type { ReactNode } from "react";
import { requireViewer } from "../_server/viewer";
import { ViewerShell } from "../_server/viewer-shell";

/** Dresses the pages; each page asks for its own rights. */
export default async function SelfLayout({ children }: { children: ReactNode }) {
  return <ViewerShell viewer={await requireViewer()}>{children}</ViewerShell>;
}
