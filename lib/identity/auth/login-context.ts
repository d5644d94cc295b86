/** What is known of a request before anybody is logged in. */
export type LoginContext = {
  requestId: string;
  clientAddress: string | undefined;
  userAgent: string | undefined;
  /** The organization whose own host was asked; undefined on the host of all. */
  hostOrganizationId?: string | undefined;
};
