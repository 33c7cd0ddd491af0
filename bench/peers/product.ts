import type { Values } from './table.ts'

/** Where a product keeps its data, and where it may put its files. */
export interface Place {
  /** A database of its own; the address contains the password. */
  readonly databaseUrl: string
  /** The same for a login that may not change the structure: only ours knows the difference. */
  readonly databaseAppUrl: string
  readonly port: number
  /** The folder that its packages were installed into. */
  readonly folder: string
}

/** A program of Node.js with its environment. */
export interface Command {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** A product that runs. */
export interface Address {
  readonly url: string
  /** With a real token: what every request sends. */
  readonly headers: Readonly<Record<string, string>>
  /** The records that rows refer to, by name. */
  readonly ids?: Readonly<Record<string, string>>
}

/** What npm has to bring, and what we write beside it. */
export interface Packages {
  readonly dependencies: Readonly<Record<string, string>>
  /** Versions that a package asks for and that do not run here, with those that do. */
  readonly overrides?: Readonly<Record<string, string>>
  /** Configuration of ours, by path in the product's folder. */
  readonly files?: Readonly<Record<string, string>>
  /** Run once after installing. */
  readonly build?: readonly Command[]
}

export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT'
  readonly path: string
  readonly body?: unknown
}

/** Where an answer to a list holds what, as names joined by dots. */
export interface ListShape {
  readonly rows: string
  readonly total: string
  /** Within a row; empty: the row itself. */
  readonly values: string
}

/** How one product is installed, configured, started, asked and filled. */
export interface Product {
  readonly name: string
  readonly version: string
  /** What stands beside its figures. */
  readonly settings: string
  /** Absent: part of this repository. */
  readonly packages?: Packages
  /** Makes its own tables, before the first start. */
  prepare?(place: Place): Promise<void>
  command(place: Place): Command
  /** Fails while the product does not answer yet. */
  signIn(url: string): Promise<Address>
  /** Makes the table of staff in the product's own way, once it runs. */
  declare?(address: Address): Promise<void>
  /** The table as it is in the database. */
  readonly table: string
  column(name: string): string
  /** What requests call a record by. */
  readonly idColumn: string
  /** What columns hold in rows that are filled in by SQL, from row `f`, where it is not the value itself. */
  readonly filled: Readonly<Record<string, string>>
  /** Run before the database is looked into. */
  readonly session?: string
  readonly list: Asked & ListShape
  create(values: Values, address: Address): Asked
  /** Changes the name of one record that was never changed before. */
  update(id: string, name: string): Asked
  /** What its own best way to bring rows in is. */
  readonly importBy: string
  /** Returns when the rows are all there. */
  import(address: Address, from: number, count: number): Promise<void>
}
