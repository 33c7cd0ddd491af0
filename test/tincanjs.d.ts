declare module 'tincanjs' {
  type Callback<T> = (error: unknown, result: T) => void
  interface Kept {
    readonly id: string
    readonly attachments: readonly { getContentAsString(): string }[] | null
  }
  interface Page {
    readonly statements: readonly Kept[]
    readonly more: string | null
  }
  interface Contents {
    readonly contents: unknown
    readonly etag: string
  }
  interface Store {
    saveStatement(statement: object, options: { callback: Callback<unknown> }): void
    saveStatements(statements: readonly object[], options: { callback: Callback<unknown> }): void
    retrieveStatement(id: string, options: { params?: object; callback: Callback<Kept> }): void
    retrieveVoidedStatement(id: string, options: { callback: Callback<Kept> }): void
    queryStatements(options: { params: object; callback: Callback<Page> }): void
    moreStatements(options: { url: string; callback: Callback<Page> }): void
    saveState(key: string, value: unknown, options: object): void
    retrieveState(key: string, options: object): void
    dropState(key: string, options: object): void
    saveActivityProfile(key: string, value: unknown, options: object): void
    retrieveActivityProfile(key: string, options: object): void
    saveAgentProfile(key: string, value: unknown, options: object): void
    retrieveAgentProfile(key: string, options: object): void
    retrieveActivity(id: string, options: { callback: Callback<{ readonly definition: object }> }): void
  }
  const TinCan: {
    LRS: new (settings: { endpoint: string; username: string; password: string; allowFail: boolean }) => Store
    Statement: new (statement: object) => { readonly id: string; toString(lang?: string): string }
    Attachment: new (attachment: object) => object
    Agent: new (agent: object) => object
    Activity: new (activity: object) => object
  }
  export default TinCan
}
