import { MIGRATIONS, prepareData } from '../../../storage/migrations';
import { indexByKind } from '../../../storage/incidents';
import { openDatabase } from '../../database';

/**
 * The indexes that the steps make, by collection. When this changes, databases that are out there lack the new one:
 * what was not released yet may be changed here; what was released needs a step more in storage/migrations.
 */
const AFTER_STEP_8 = [
  'alerts: at',
  'alerts: waits,at',
  'audit: at',
  'conversations: holder,since',
  'conversations: lane,lastAt',
  'conversations: lastAt',
  'dossiers: letters',
  'examples: at',
  'failures: at',
  'files.chunks: files_id,n unique',
  'files.files: metadata.conversation,metadata.copy,metadata.by,uploadDate,length',
  'files.files: metadata.display',
  'files.files: metadata.thumb',
  'files.files: uploadDate',
  'lines: until',
  'questions: at',
  'questions: key,at',
  'ratings: month,agency.code',
  'sign_in_failures: expire',
  'sign_in_failures: key unique',
  'staff: email unique',
  'staff_sessions: expires',
  'tickets: _fts,_ftsx',
  'tickets: agency.code,createdAt',
  'tickets: conversation',
  'tickets: due.kind,deadline',
  'tickets: geo',
  'tickets: incident',
  'tickets: lane,status,createdAt',
  'tickets: location.communeCode,category,createdAt',
  'tickets: status,deadline',
  'tickets: watchAt',
  'turns: channel,deadAt',
  'turns: conversation,eventId unique',
  'turns: deliverAfter',
  'turns: dueAt',
  'turns: effectsAt',
];

test('the steps make the indexes that the queries need, these and no others', async () => {
  const database = await openDatabase();
  try {
    await prepareData(database.connection);
    const collections = (await database.connection.db?.listCollections().toArray()) ?? [];
    const made: string[] = [];
    for (const { name } of collections) {
      for (const { key, unique } of await database.connection.collection(name).indexes()) {
        const fields = Object.keys(key).join();
        if (fields !== '_id') made.push(`${name}: ${fields}${unique ? ' unique' : ''}`);
      }
    }
    expect(made.sort()).toEqual(AFTER_STEP_8);
    expect(MIGRATIONS).toHaveLength(8);
  } finally {
    await database.close();
  }
});

test('an index that another one replaced is gone, whether it was there or not', async () => {
  const database = await openDatabase();
  try {
    const tickets = database.connection.collection('tickets');
    await tickets.createIndex({ 'location.communeCode': 1, createdAt: -1 });
    await indexByKind(database.connection);
    await indexByKind(database.connection);
    const fields = (await tickets.indexes()).map(({ key }) => Object.keys(key).join());
    expect(fields).toContain('location.communeCode,category,createdAt');
    expect(fields).not.toContain('location.communeCode,createdAt');
  } finally {
    await database.close();
  }
});
