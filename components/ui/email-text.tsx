/** An e-mail address that, where it has to be broken, is broken before its domain. */
export function EmailText({ children }: { children: string }) {
  const domain = children.lastIndexOf("@") + 1;
  return (
    <>
      {children.slice(0, domain)}
      <wbr />
      {children.slice(domain)}
    </>
  );
}
