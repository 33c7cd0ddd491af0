// Who may import whom: the picture is in ARCHITECTURE.md. bin/check plants one violation of every rule and must catch it.
const tests = '\\.test\\.tsx?$|^src/testing/'

/** Only the listed places may be imported by `from`; tests may look anywhere. */
const only = (name, comment, from, allowed, options = {}) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: tests },
  to: { path: options.npm ? '.' : '^(src|catalogue|test|bench)/', pathNot: allowed },
})

// One folder per kind, and one registry of all kinds per facet beside them.
const fieldRules = '^src/fields/rules?\\.ts$|^src/fields/[^/]+/rule\\.ts$'
const fieldViews = '^src/fields/view(s|-texts)?\\.tsx?$|^src/fields/[^/]+/view\\.tsx$'
const fieldSql = '^src/fields/sqls?\\.ts$|^src/fields/[^/]+/sql\\.ts$'

module.exports = {
  forbidden: [
    only('language-imports-nothing', 'The language is pure data and types.', '^src/language/', ['^src/language/'], {
      npm: true,
    }),
    only('fields-import-language', 'A field kind knows the language only.', '^src/fields/', [
      '^src/(fields|language)/',
    ]),
    {
      name: 'field-rules-are-pure',
      severity: 'error',
      comment: 'Rules run in the browser and in declarations: no SQL, no view.',
      from: { path: fieldRules, pathNot: tests },
      to: { path: [fieldSql, fieldViews] },
    },
    only(
      'catalogue-imports-language-and-rules',
      'Declarations are written in the language, without npm packages.',
      '^catalogue/',
      ['^catalogue/', '^src/language/', fieldRules],
      { npm: true },
    ),
    only('database-imports-language-and-sql', 'The database knows declarations, not the engine.', '^src/database/', [
      '^src/(database|language)/',
      fieldSql,
    ]),
    only('engine-imports-language-fields-database', 'The engine knows no register by name.', '^src/engine/', [
      '^src/(engine|language|fields|database)/',
    ]),
    only(
      'modules-import-contracts',
      'Of another module only its index.ts; of the web only the kit.',
      '^src/modules/([^/]+)/',
      ['^src/modules/$1/', '^src/modules/[^/]+/index\\.ts$', '^src/(language|fields|engine)/', '^src/web/kit/'],
    ),
    only('web-imports-no-server', 'The screens run in a browser.', '^src/web/', [
      '^src/(web|language)/',
      '^catalogue/',
      '^src/fields/[^/]+\\.tsx?$',
      fieldRules,
      fieldViews,
      '^src/modules/[^/]+/web\\.tsx$',
    ]),
    {
      name: 'web-imports-no-sql',
      severity: 'error',
      comment: 'SQL stays on the server.',
      from: { path: '^src/web/', pathNot: tests },
      to: { path: fieldSql },
    },
    {
      name: 'server-imports-no-web',
      severity: 'error',
      comment: 'The server and the commands never need a screen.',
      from: { path: '^src/(server|cli)/', pathNot: tests },
      to: { path: '^src/web/|^src/modules/[^/]+/web\\.tsx$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two files that import each other are one file.',
      from: {},
      // Types may refer to each other: they are gone when the program runs.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'An import nobody can find escapes every other rule.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}
