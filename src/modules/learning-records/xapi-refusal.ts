/** A request that the specification tells a store to refuse: its status, and in words what is wrong and where. */
export class XapiRefusal extends Error {
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

export const bad = (message: string): XapiRefusal => new XapiRefusal(400, message)
