import {
  type RawBuilder,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely'

const compiler = new Kysely<Record<string, never>>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const literal = (value: unknown): string => {
  if (value === null) return 'NULL'
  if (Array.isArray(value)) return `'{${value.map((v) => `"${String(v)}"`).join(',')}}'`
  if (typeof value === 'string' && value.startsWith('$')) return value
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

/** A statement with its values in place, as a person would type it. */
export function asText(statement: RawBuilder<unknown>): string {
  const { sql, parameters } = statement.compile(compiler)
  return sql.replace(/\$(\d+)/g, (_, n: string) => literal(parameters[Number(n) - 1]))
}
