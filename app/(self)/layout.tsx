import type { ReactNode } from "react";
import { requireViewer } from "../_request/viewer";
import { ViewerShell } from "../_request/viewer-shell";

/** Dresses the pages; each page asks for its own rights. */
export default async function SelfLayout({ children }: { children: ReactNode }) {
  return <ViewerShell viewer={await requireViewer()}>{children}</ViewerShell>;
}
