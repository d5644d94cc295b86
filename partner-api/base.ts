/** Where the Partner API is, and where tokens are given out. */
export const basePath = "/api/partners/v2.0";
export const tokenPath = "/oauth2/token";
export const revocationPath = "/oauth2/revoke_token";
/** Where language models look for what a site offers (llmstxt.org). */
export const llmsPath = "/llms.txt";
/** Where assistants call operations as tools (Model Context Protocol, streamable HTTP). */
export const mcpPath = "/mcp";
export const metadataPath = "/.well-known/oauth-authorization-server";
