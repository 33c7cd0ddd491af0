import type { AnyRegister } from '../language/register.ts'
import type { Field } from '../language/fields.ts'
import { sqlOf } from '../fields/sqls.ts'

/** Columns that every register's table has, before its fields. */
export const SYSTEM_COLUMNS: Readonly<Record<string, string>> = {
  college_id: 'uuid NOT NULL',
  id: 'uuid NOT NULL',
  state: 'text NOT NULL',
  version: 'integer NOT NULL',
  unit_id: 'uuid NOT NULL',
  owner_id: 'uuid',
  created_by: 'uuid',
  created_at: 'timestamptz NOT NULL',
  updated_at: 'timestamptz NOT NULL',
  deleted_at: 'timestamptz',
  search: 'tsvector',
}

/** 'major-groups' → 'major_groups'; 'grantedOn' → 'granted_on'. */
export const snake = (name: string) => name.replaceAll('-', '_').replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
export const tableOf = (register: { name: string }) => snake(register.name)

const TEXT_KINDS = new Set(['text', 'choice', 'month', 'period', 'region'])

/** The column's type. Short texts sort by pinyin, so their indexes must too. */
function columnType(register: AnyRegister, name: string, field: Field): string {
  const type = sqlOf(field).column(field)
  // Numbers and codes have no pinyin: as keys they are compared often, and byte order is theirs.
  const isCode = name !== register.title && (register.unique ?? []).some((key) => key.includes(name))
  return field.kind === 'text' ? `${type} COLLATE ${isCode ? '"C"' : '"zh-x-icu"'}` : type
}

export interface Existing {
  /** table → column → type as PostgreSQL prints it. */
  readonly tables: ReadonlyMap<string, ReadonlyMap<string, string>>
  readonly indexes: ReadonlySet<string>
}

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`
const short = (name: string) =>
  name.length <= 60
    ? name
    : `${name.slice(0, 48)}_${[...name].reduce((h, c) => (h * 31 + c.charCodeAt(0)) >>> 0, 7).toString(36)}`

/**
 * Parts a table of events by month, when its first event of a month comes. The application's role may make no tables:
 * this function does it with the owner's rights, and nothing else. Attaching a part keeps nobody from reading.
 */
const MONTHS = `
CREATE OR REPLACE FUNCTION records.ensure_month(parent text, month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
  part text := parent || to_char(month, '_YYYY_MM');
  first date := date_trunc('month', month);
BEGIN
  IF to_regclass(format('records.%I', part)) IS NOT NULL THEN RETURN; END IF;
  PERFORM pg_advisory_xact_lock(hashtext('records.' || part));
  -- Asked of the table, not of the cache: another connection may have made it while this one waited.
  IF EXISTS (SELECT FROM pg_class WHERE relname = part AND relnamespace = 'records'::regnamespace) THEN RETURN; END IF;
  IF NOT EXISTS (SELECT FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid
                 WHERE c.relname = parent AND c.relnamespace = 'records'::regnamespace) THEN
    RAISE EXCEPTION 'records.% is no table of events', parent;
  END IF;
  EXECUTE format('CREATE TABLE records.%I (LIKE records.%I INCLUDING DEFAULTS)', part, parent);
  EXECUTE format('ALTER TABLE records.%I ATTACH PARTITION records.%I FOR VALUES FROM (%L) TO (%L)',
    parent, part, first, first + interval '1 month');
END $$;
REVOKE ALL ON FUNCTION records.ensure_month(text, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION records.ensure_month(text, date) TO $role`

/** States of records that are on their way: they count in no figure yet. None where all states count. */
export const openStates = (register: AnyRegister): string[] =>
  register.counts ? Object.keys(register.lifecycle ?? {}).filter((state) => !register.counts!.includes(state)) : []

/**
 * What must be done so that the registers' tables are as declared. Only adds: a column whose field is gone
 * stays (its data may be wanted), and a changed type is refused with what to do.
 * @throws Error naming register and field when a type changed.
 */
export function planTables(registers: Iterable<AnyRegister>, existing: Existing, appRole: string): string[] {
  const tables: string[] = [MONTHS.replaceAll('$role', quote(appRole))]
  const links: string[] = []
  const indexes: string[] = []
  for (const register of registers) {
    const table = tableOf(register)
    const full = `records.${quote(table)}`
    const columns = Object.entries(register.fields).map(
      ([name, field]) => [snake(name), columnType(register, name, field)] as const,
    )
    const known = existing.tables.get(table)
    if (!known) {
      const lines = [...Object.entries(SYSTEM_COLUMNS), ...columns].map(([name, type]) => `${quote(name)} ${type}`)
      const at = register.eventsAt === undefined ? null : quote(snake(register.eventsAt))
      tables.push(
        // A key of a table in parts must have the column that parts it.
        at
          ? `CREATE TABLE ${full} (${lines.join(', ')}, PRIMARY KEY (college_id, id, ${at})) PARTITION BY RANGE (${at})`
          : `CREATE TABLE ${full} (${lines.join(', ')}, PRIMARY KEY (college_id, id))`,
        `ALTER TABLE ${full} ENABLE ROW LEVEL SECURITY`,
        `ALTER TABLE ${full} FORCE ROW LEVEL SECURITY`,
        `CREATE POLICY college ON ${full} USING (college_id = nullif(current_setting('app.college', true), '')::uuid)`,
        // No DELETE: records are taken out of use, never out of the table.
        `GRANT SELECT, INSERT, UPDATE ON ${full} TO ${quote(appRole)}`,
      )
    } else {
      for (const [name, type] of columns) {
        const now = known.get(name)
        if (now === undefined) tables.push(`ALTER TABLE ${full} ADD COLUMN ${quote(name)} ${type}`)
        else if (!sameType(now, type))
          throw new Error(
            `Register "${register.name}": field kept in column "${name}" was ${now} and is now declared as ${type}. ` +
              `Give the field a new name, or write a migration under src/database/migrations that converts it.`,
          )
      }
    }
    for (const [name, field] of Object.entries(register.fields))
      // Events come by the million: the engine has looked up whatever they refer to, and nothing is ever deleted.
      if (field.kind === 'reference' && !known?.has(snake(name)) && !register.eventsAt)
        links.push(
          `ALTER TABLE ${full} ADD FOREIGN KEY (college_id, ${quote(snake(name))}) REFERENCES records.${quote(snake(field.register))} (college_id, id)`,
        )
    const index = (kind: string, name: string, definition: string) => {
      const full = short(`${table}_${name}`)
      if (!existing.indexes.has(full))
        indexes.push(`CREATE ${kind} ${quote(full)} ON records.${quote(table)} ${definition}`)
    }
    for (const key of register.unique ?? [])
      index(
        'UNIQUE INDEX',
        `${key.map(snake).join('_')}_key`,
        `(college_id, ${key.map((k) => quote(snake(k))).join(', ')}) WHERE deleted_at IS NULL`,
      )
    if (register.eventsAt)
      index('INDEX', snake(register.eventsAt), `(college_id, ${quote(snake(register.eventsAt))}, id)`)
    else index('INDEX', 'search', 'USING gin (search)')
    if (!register.eventsAt || register.unit) index('INDEX', 'unit_id', '(college_id, unit_id)')
    if (register.person) index('INDEX', 'owner_id', '(college_id, owner_id)')
    // Whoever sees what they made themselves must not have the whole register read for it.
    if (
      !register.eventsAt &&
      Object.values(register.access).some(({ read, write }) => read === 'own' || write === 'own')
    )
      index('INDEX', 'created_by', '(college_id, created_by)')
    const open = openStates(register)
    // Few records are on their way at a time, and they are what everybody's first page asks for.
    if (open.length > 0)
      index(
        'INDEX',
        'open',
        `(college_id, state) WHERE deleted_at IS NULL AND state IN (${open.map((state) => `'${state}'`).join(', ')})`,
      )
    const ordered = register.order?.replace('-', '')
    // A key of one field is in order already, and finds as well as an index of its own would. Deleted records stand
    // in no key, but must be found by what they refer to.
    const isKey = (name: string) =>
      register.fields[name]!.kind !== 'reference' &&
      (register.unique ?? []).some((key) => key.length === 1 && key[0] === name)
    for (const [name, field] of Object.entries(register.fields))
      if (
        !isKey(name) &&
        name !== register.eventsAt &&
        (!register.eventsAt || field.indexed) &&
        // The unit and the person of a record stand in unit_id and owner_id too, whose indexes serve both.
        ((field.kind === 'reference' && name !== register.unit && name !== register.person) ||
          field.indexed ||
          name === ordered ||
          (name === register.title && TEXT_KINDS.has(field.kind)))
      )
        // References are looked for, never sorted by: equal ones without their ids share their room in the index, and
        // records that refer to nothing need none.
        index(
          'INDEX',
          snake(name),
          field.kind === 'reference'
            ? `(college_id, ${quote(snake(name))})${field.required ? '' : ` WHERE ${quote(snake(name))} IS NOT NULL`}`
            : // With what every list asks of a record besides: so that they count without a look at the records.
              `(college_id, ${quote(snake(name))}, id)${register.eventsAt ? '' : ' INCLUDE (unit_id, deleted_at)'}`,
        )
  }
  return [...tables, ...links, ...indexes]
}

function sameType(now: string, declared: string): boolean {
  const plain = (type: string) =>
    type
      .replace(/ COLLATE "[^"]*"/, '')
      .replace(/\s+/g, '')
      .toLowerCase()
      .replace(/^character\((\d+)\)$/, 'char($1)')
      .replace(/^charactervarying/, 'varchar')
      .replace(/^int4$|^int$/, 'integer')
      .replace(/^int8$/, 'bigint')
      .replace(/^bool$/, 'boolean')
  return plain(now) === plain(declared.split(/ CHECK/i)[0]!)
}
