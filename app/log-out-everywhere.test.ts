import { expect, it } from "vitest";
import { listSources } from "@/testing/sources";

const sources = new Map(listSources(["app", "components"]).map(({ file, text }) => [file, text]));

it("frames every page behind login with the menu that logs out", () => {
  const behindLogin = [...sources]
    .filter(
      ([file, text]) => file.endsWith("/page.tsx") && /\brequire(?:Viewer|Member)\(/.test(text),
    )
    .map(([file]) => file);
  expect(behindLogin.length).toBeGreaterThan(50);
  // The start page only leads on.
  expect(behindLogin.filter((file) => !/^app\/\((?:portal|self)\)\//.test(file))).toEqual([
    "app/page.tsx",
  ]);
  for (const layout of ["app/(portal)/layout.tsx", "app/(self)/layout.tsx"]) {
    expect(sources.get(layout)).toMatch(/return <ViewerShell /);
  }
  expect(sources.get("app/_server/viewer-shell.tsx")).toContain("logOut={logOutAction}");
  expect(sources.get("components/shell/app-shell.tsx")).toMatch(/<UserMenu[^<]*logOut=/);
});
