// Types and lint of one part of the sources: `node check-sources.mjs pages` or `rest`. One program serves both, so that what
// the compiler found out about types is not found out a second time; two parts keep two cores busy.
import { ESLint } from 'eslint'
import path from 'node:path'
import ts from 'typescript'
import { root } from './root.mjs'

const part = process.argv[2]
const pages = ['app', 'components']
const isPage = (file) => pages.includes(path.relative(root, file).split(path.sep)[0])

const host = {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'))
  },
}
const config = path.join(root, 'tsconfig.json')
const options = { noEmit: true, incremental: false }
const {
  fileNames,
  options: compilerOptions,
  errors,
} = ts.getParsedCommandLineOfConfigFile(config, options, host)
const program = ts.createProgram(fileNames, compilerOptions)

const own = program.getSourceFiles().filter(({ fileName }) => isPage(fileName) === (part === 'pages'))
const diagnostics = [
  ...errors,
  ...(part === 'pages' ? [] : program.getGlobalDiagnostics()),
  ...own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]),
]
if (diagnostics.length > 0) {
  console.log(
    ts.formatDiagnostics(diagnostics, {
      getCanonicalFileName: (name) => name,
      getCurrentDirectory: () => root,
      getNewLine: () => '\n',
    }),
  )
}

const eslint = new ESLint({
  cwd: root,
  overrideConfig: [
    ...(part === 'pages' ? [] : [{ ignores: pages.map((folder) => `${folder}/**`) }]),
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  ],
})
const results = await eslint.lintFiles(part === 'pages' ? pages : ['.'])
const formatter = await eslint.loadFormatter('stylish')
console.log(await formatter.format(results))

const problems = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0)
process.exitCode = diagnostics.length + problems === 0 ? 0 : 1
