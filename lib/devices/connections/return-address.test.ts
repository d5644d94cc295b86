import { describe, expect, it } from "vitest";
import { allowedAddress, appSchemes, findAddressProblems, isAppAddress } from "./return-address";

describe("the schemes of an organization's apps", () => {
  it("are read as people write them", () => {
    expect(appSchemes.parse("MyApp://, at.alpenstrom.app\nmyapp:")).toEqual([
      "myapp",
      "at.alpenstrom.app",
    ]);
    expect(appSchemes.parse(" ")).toEqual([]);
  });

  it.each([
    "javascript",
    "JavaScript:",
    "data",
    "file://",
    "vbscript",
    "blob",
    "intent",
    "https",
    "1app",
    "my app!",
    "a",
    "\u0000javascript",
  ])("are never %s", (scheme) => {
    expect(appSchemes.safeParse(scheme).success).toBe(false);
  });

  it("are twenty at most", () => {
    const many = Array.from({ length: 21 }, (_, index) => `app${index}`).join(" ");
    expect(appSchemes.safeParse(many).success).toBe(false);
  });
});

describe("an address to return to", () => {
  it("is of the web, or of an allowed app", () => {
    const addresses = {
      web: "https://partner.example/done",
      none: null,
      app: "myapp://done",
      other: "otherapp://done",
      script: "javascript:alert(1)",
      capitals: "JAVASCRIPT:alert(1)",
    };
    expect(findAddressProblems(addresses, ["myapp"])).toEqual({
      other: "schemeNotAllowed:otherapp",
      script: "schemeNotAllowed:javascript",
      capitals: "schemeNotAllowed:javascript",
    });
    expect(findAddressProblems({ app: "myapp://done" }, [])).toEqual({
      app: "schemeNotAllowed:myapp",
    });
  });

  it("is left out once its scheme is no longer allowed", () => {
    expect(allowedAddress("myapp://done", ["myapp"])).toBe("myapp://done");
    expect(allowedAddress("myapp://done", [])).toBeNull();
    expect(allowedAddress("https://partner.example", [])).toBe("https://partner.example");
  });

  it("leads into an app when it is not of the web", () => {
    expect(isAppAddress("myapp://done")).toBe(true);
    expect(isAppAddress("HTTPS://partner.example")).toBe(false);
  });
});
