/** Where accounts of a college are, for agents: it stays when the server's address changes. */
export const homePageOf = (collegeId: string): string => `urn:uuid:${collegeId}`
