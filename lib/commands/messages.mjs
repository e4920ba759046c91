// Every sentence that start and test say, Chinese then English. Loaded also by a Node that is too old: ES2017 at most.

/** Why the portal cannot start or the tests cannot run: one sentence in each language, and no stack. */
export class Refused extends Error {
  /** @param {readonly [string, string]} sentence */
  constructor(sentence) {
    super(sentence.join('\n'))
  }
}

/** @type {(text: string) => string} */
const oneLine = (text) =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .slice(0, 400)

/** What a database was made with. */
export const modeNames = {
  demo: ['演示数据（虚构城市）', 'demonstration data of fictional cities'],
  empty: ['无数据', 'no data'],
  cohort2020: ['2020年入选的11个城市，无数据', 'the eleven cities selected in 2020, no figures'],
}

export const problems = {
  /** @type {(found: string) => [string, string]} */
  oldNode: (found) => [
    `城绩需要 Node.js 20.19 或更高版本（建议 24；不支持 21 和 22.12 之前的 22），当前为 ${found}，请升级后再试。`,
    `Chengji needs Node.js 20.19 or newer (24 is recommended; 21 and 22 before 22.12 will not do), this is ${found}: please upgrade it and try again.`,
  ],
  /** @type {(option: string) => [string, string]} */
  unknownOption: (option) => [
    `不认识的选项 ${option}；npm start -- --help 可查看全部选项。`,
    `Unknown option ${option}; npm start -- --help lists the options.`,
  ],
  /** @type {(found: string) => [string, string]} */
  unknownCohort: (found) => [
    `--cohort 只能是 2020（2020年入选的11个城市），不能是“${found}”。`,
    `--cohort can only be 2020 (the eleven cities selected in 2020), not “${found}”.`,
  ],
  /** @type {() => [string, string]} */
  optionsExclude: () => [
    '--empty 与 --cohort 2020 只能选一个。',
    'Choose either --empty or --cohort 2020, not both.',
  ],
  /** @type {(name: string, found: string) => [string, string]} */
  portWrong: (name, found) => [
    `${name} 必须是 1 至 65535 的整数，不能是“${found}”。`,
    `${name} must be a whole number from 1 to 65535, not “${found}”.`,
  ],
  /** @type {(port: number) => [string, string]} */
  portTaken: (port) => [
    `端口 ${port} 已被其他程序占用：请关闭该程序，或换一个端口，例如 PORT=${port + 1 > 65535 ? 3000 : port + 1} npm start。`,
    `Port ${port} is taken by another program: stop that program, or choose another port, for example PORT=${port + 1 > 65535 ? 3000 : port + 1} npm start.`,
  ],
  /** @type {(port: number) => [string, string]} */
  portForbidden: (port) => [
    `当前用户无权使用端口 ${port}：请用 PORT 选择 1024 以上的端口。`,
    `This user may not listen on port ${port}: choose a port above 1024 with PORT.`,
  ],
  /** @type {(host: string) => [string, string]} */
  hostWrong: (host) => [
    `HOST“${host}”不是本机的地址：本机使用请用 127.0.0.1，供其他机器访问请用 0.0.0.0。`,
    `HOST “${host}” is not an address of this machine: use 127.0.0.1 for this machine alone, 0.0.0.0 for others too.`,
  ],
  /** @type {(folder: string, pid: number, address: string) => [string, string]} */
  alreadyRunning: (folder, pid, address) => [
    `数据目录 ${folder} 正由另一个门户使用（进程 ${pid}，${address}）：请直接打开该地址，或先停止它。`,
    `The data folder ${folder} is in use by a running portal (process ${pid}, ${address}): open that address, or stop it first.`,
  ],
  /** @type {(folder: string) => [string, string]} */
  folderForeign: (folder) => [
    `目录 ${folder} 里是别的文件，不是城绩的数据：请用 CHENGJI_DATA_DIR 指定一个空目录。`,
    `The folder ${folder} holds other files, not data of Chengji: choose an empty folder with CHENGJI_DATA_DIR.`,
  ],
  /** @type {(folder: string) => [string, string]} */
  folderTaken: (folder) => [
    `目录 ${folder} 里已有数据，生成的城市只放进新的目录：请用 CHENGJI_DATA_DIR 另指定一个。`,
    `The folder ${folder} holds data already, and generated cities go into a new one only: choose another with CHENGJI_DATA_DIR.`,
  ],
  /** @type {(folder: string, detail: string) => [string, string]} */
  folderUnusable: (folder, detail) => [
    `数据目录 ${folder} 无法读写（${oneLine(detail)}）：请检查该目录的所有者与权限。`,
    `The data folder ${folder} cannot be read and written (${oneLine(detail)}): check its owner and permissions.`,
  ],
  /** @type {(folder: string, detail: string) => [string, string]} */
  folderBroken: (folder, detail) => [
    `数据目录 ${folder} 已损坏（${oneLine(detail)}），未作任何改动：请从备份恢复，或用 CHENGJI_DATA_DIR 另选目录。`,
    `The data folder ${folder} is damaged (${oneLine(detail)}) and was left as it is: restore it from a backup, or choose another with CHENGJI_DATA_DIR.`,
  ],
  /** @type {(folder: string, found: string, wanted: string) => [string, string]} */
  folderVersion: (folder, found, wanted) => [
    `数据目录 ${folder} 由 PostgreSQL ${found} 建立，而本程序自带 ${wanted}：请用原来的版本打开，或用 CHENGJI_DATA_DIR 另选目录。`,
    `The data folder ${folder} was made by PostgreSQL ${found}, this portal brings ${wanted}: open it with the version that made it, or choose another with CHENGJI_DATA_DIR.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  noEmbedded: (detail) => [
    `自带的 PostgreSQL 不能在本机运行（${oneLine(detail)}）：请把 DATABASE_URL 设为 PostgreSQL 15 或更高版本的地址。`,
    `The PostgreSQL that comes with the portal does not run on this machine (${oneLine(detail)}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  ],
  /** @type {(folder: string) => [string, string]} */
  rootOnly: (folder) => [
    `PostgreSQL 不能以 root 身份运行，而其他用户到不了 ${folder}：请以普通用户启动，或把 CHENGJI_DATA_DIR 设在各用户可进入的位置。`,
    `PostgreSQL does not run as root, and no other user can reach ${folder}: start as an ordinary user, or set CHENGJI_DATA_DIR to a place that others can enter.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  databaseNotStarted: (detail) => [
    `自带的数据库未能启动：${oneLine(detail)}。`,
    `The portal's database did not start: ${oneLine(detail)}.`,
  ],
  /** @type {() => [string, string]} */
  databaseUrlWrong: () => [
    'DATABASE_URL 应形如 postgresql://用户:口令@主机:端口/数据库。',
    'DATABASE_URL must look like postgresql://user:password@host:port/database.',
  ],
  /** @type {(where: string, detail: string) => [string, string]} */
  databaseUnreachable: (where, detail) => [
    `无法连接 DATABASE_URL 指定的数据库 ${where}：${oneLine(detail)}。`,
    `The database of DATABASE_URL, ${where}, cannot be reached: ${oneLine(detail)}.`,
  ],
  /** @type {(found: string) => [string, string]} */
  databaseTooOld: (found) => [
    `DATABASE_URL 指定的 PostgreSQL 版本为 ${found}，至少需要 15。`,
    `The PostgreSQL of DATABASE_URL is version ${found}; at least 15 is needed.`,
  ],
  /** @type {() => [string, string]} */
  secretMissing: () => [
    '设置了 DATABASE_URL 时，还须把 CHENGJI_SECRET 设为不少于 32 个字符的随机串并妥善保存（例如 openssl rand -base64 33）。',
    'With DATABASE_URL, CHENGJI_SECRET must be set too: at least 32 random characters that you keep (for example openssl rand -base64 33).',
  ],
  /** @type {() => [string, string]} */
  secretShort: () => [
    'CHENGJI_SECRET 太短：至少需要 32 个随机字符。',
    'CHENGJI_SECRET is too short: it takes at least 32 random characters.',
  ],
  /** @type {(databases: string) => [string, string]} */
  roleInUse: (databases) => [
    `同一服务器上的数据库 ${databases} 正以另一口令使用角色 chengji_app：请使用同一个 CHENGJI_SECRET，或用 APP_DATABASE_URL 给出应用的登录地址。`,
    `The databases ${databases} of this server use the role chengji_app with another password: use the same CHENGJI_SECRET, or give the application's login in APP_DATABASE_URL.`,
  ],
  /** @type {(role: string) => [string, string]} */
  roleUnsafe: (role) => [
    `角色 ${role} 是超级用户或可绕过行级安全，不能供应用使用：请撤销这些权限。`,
    `The role ${role} is a superuser or bypasses row-level security and must not serve the application: take these rights away.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  databaseNotPrepared: (detail) => [
    `数据库未能准备好，没有留下半成品：${oneLine(detail)}。`,
    `The database could not be prepared, nothing half-made was left: ${oneLine(detail)}.`,
  ],
  /** @type {(name: string) => [string, string]} */
  migrationChanged: (name) => [
    `迁移 ${name} 在执行之后被改动过，拒绝启动：请恢复其原文，改动应写入新的迁移。`,
    `The migration ${name} was changed after it had been applied, so the portal does not start: restore its text, and make changes in a new migration.`,
  ],
  /** @type {(name: string) => [string, string]} */
  migrationUnknown: (name) => [
    `数据库比本程序新（含有未知的迁移 ${name}）：请使用较新版本的程序。`,
    `The database is newer than this portal (it has the unknown migration ${name}): use the newer version of the portal.`,
  ],
  /** @type {(name: string) => [string, string]} */
  migrationUnfinished: (name) => [
    `迁移 ${name} 曾由其他工具执行而未完成：请用 prisma migrate resolve 处理后再启动。`,
    `Another tool began the migration ${name} and did not finish it: settle it with prisma migrate resolve, then start again.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  installFailed: (detail) => [
    `依赖未能安装（${oneLine(detail)}）：请检查网络与 npm registry 的设置后重试。`,
    `The dependencies could not be installed (${oneLine(detail)}): check the network and npm's registry setting, then try again.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  generateFailed: (detail) => [
    `数据库客户端未能生成：${oneLine(detail)}。`,
    `The database client could not be generated: ${oneLine(detail)}.`,
  ],
  /** @type {() => [string, string]} */
  buildFailed: () => ['网页未能构建，原因见上。', 'The pages could not be built; the reason stands above.'],
  /** @type {(made: string, asked: string) => [string, string]} */
  modeDiffers: (made, asked) => [
    `这个数据库已按“${modeNames[made][0]}”建立，不能再按“${modeNames[asked][0]}”启动：请去掉该选项，或用 CHENGJI_DATA_DIR 另选数据目录。`,
    `This database was made with ${modeNames[made][1]} and cannot be started with ${modeNames[asked][1]}: leave the option out, or choose another data folder with CHENGJI_DATA_DIR.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  seedFailed: (detail) => [
    `初始数据未能载入（${oneLine(detail)}）；再次启动会从中断处继续。`,
    `The first data could not be loaded (${oneLine(detail)}); the next start goes on where it stopped.`,
  ],
  /** @type {() => [string, string]} */
  diskFull: () => [
    '磁盘空间不足：请腾出空间后重新启动，已保存的数据不受影响。',
    'The disk is full: make room and start again; what was saved is not affected.',
  ],
  /** @type {(detail: string) => [string, string]} */
  webEnded: (detail) => [
    `网页服务意外结束（${oneLine(detail)}），门户已停止；已保存的数据不受影响，请重新启动。`,
    `The web server ended unexpectedly (${oneLine(detail)}) and the portal was stopped; what was saved is safe: start it again.`,
  ],
  /** @type {(detail: string) => [string, string]} */
  databaseEnded: (detail) => [
    `数据库意外结束（${oneLine(detail)}），门户已停止；已保存的数据不受影响，请重新启动。`,
    `The database ended unexpectedly (${oneLine(detail)}) and the portal was stopped; what was saved is safe: start it again.`,
  ],
  /** @type {() => [string, string]} */
  webSilent: () => [
    '网页服务一分钟内没有应答，门户已停止。',
    'The web server did not answer within a minute and the portal was stopped.',
  ],
  /** @type {(detail: string) => [string, string]} */
  unexpected: (detail) => [
    `启动未成功：${oneLine(detail)}。（CHENGJI_DEBUG=1 可显示详情）`,
    `The start did not succeed: ${oneLine(detail)}. (CHENGJI_DEBUG=1 shows the details.)`,
  ],
  /** @type {(file: string, detail: string) => [string, string]} */
  chromiumBroken: (file, detail) => [
    `${file} 不能在本机运行（${oneLine(detail)}），改用其他 Chromium。`,
    `${file} does not run on this machine (${oneLine(detail)}); another Chromium is looked for.`,
  ],
  /** @type {() => [string, string]} */
  noChromium: () => [
    '找不到 Chromium，也未能下载：请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指出其位置。',
    'No Chromium was found, and none could be fetched: install Chromium or Chrome, or name it in CHROMIUM_PATH.',
  ],
  /** @type {(found: string, known: string) => [string, string]} */
  unknownSuite: (found, known) => [
    `--only 后应为 ${known}，不能是“${found}”。`,
    `--only takes ${known}, not “${found}”.`,
  ],
}

/** @type {(done: number, all: number) => string} */
export const generatedCities = (done, all) => `  ${done} / ${all}`

/** What is being done, for the lines of progress. */
export const steps = {
  install: ['安装依赖', 'installing dependencies'],
  generate: ['生成数据库客户端', 'generating the database client'],
  database: ['启动数据库', 'starting the database'],
  connect: ['连接数据库', 'connecting to the database'],
  migrate: ['更新数据库结构', 'migrating the database'],
  seed: ['载入初始数据', 'loading the first data'],
  cities: ['生成城市', 'making cities up'],
  build: ['构建网页', 'building the pages'],
  serve: ['启动网页服务', 'starting the web server'],
  chromium: ['准备浏览器', 'getting a browser'],
  browser: ['浏览器：', 'browser: '],
  vitest: ['运行单元与数据库测试', 'running the tests of rules, documents and store'],
  vitestReal: [
    '在给定的 PostgreSQL 上运行数据库测试',
    'running the tests of the store on the PostgreSQL given',
  ],
  skipped: ['跳过（原因见其名称）', 'skipped, for the reason in its name:'],
  journeys: ['在浏览器中运行操作流程测试', 'running the journeys in a browser'],
}

export const stopping = '正在停止…… Stopping …'
export const stopped = '门户已停止。Stopped.'

export const startHelp = `城绩 Chengji

  npm start                        演示数据 · with demonstration data
  npm start -- --empty             无数据，仅首任管理员 · without data, only a first administrator
  npm start -- --cohort 2020       2020年入选的11个城市，无数据 · the eleven cities selected in 2020, no figures

  PORT=3000                        端口 · port
  HOST=127.0.0.1                   监听地址；0.0.0.0 供其他机器访问 · address; 0.0.0.0 lets other machines in
  NEXTAUTH_URL=https://…           经反向代理访问时的地址 · the address as seen through a reverse proxy
  CHENGJI_DATA_DIR=.data           数据目录 · data folder
  DATABASE_URL=postgresql://…      改用自有的 PostgreSQL（15 或更高）· your own PostgreSQL (15 or newer)
  CHENGJI_SECRET=…                 与 DATABASE_URL 同用，不少于 32 个字符 · goes with DATABASE_URL, 32 characters or more
  APP_DATABASE_URL=postgresql://…  应用的登录地址（可选）· the application's own login (optional)
`

export const testHelp = `npm test                      全部测试 · every test
npm test -- --only rules      规则与文档 · rules, documents, architecture
npm test -- --only store      数据库 · the store
npm test -- --only journeys   浏览器操作流程 · journeys in a browser

  TEST_DATABASE_URL=postgresql://…  数据库测试另在此服务器上再运行一遍 · the tests of the store run on this server as well
  CHROMIUM_PATH=…                   浏览器 · the browser
  SOFFICE_PATH=…                    LibreOffice；没有则跳过相应测试 · LibreOffice; without it the tests that open it are skipped
`
