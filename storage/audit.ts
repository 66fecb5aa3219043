import { Schema, type Connection } from 'mongoose';
import { AUDIT_ACTIONS, type AuditEntry, type AuditLog } from '../hotline/staff';

const who = new Schema({ id: String, name: String }, { _id: false });
const auditSchema = new Schema<AuditEntry>(
  {
    at: { type: Date, required: true, index: true },
    by: { type: who, default: null },
    action: { type: String, enum: AUDIT_ACTIONS, required: true },
    object: { type: String, required: true },
    note: { type: String, default: null },
  },
  { collection: 'audit', versionKey: false, writeConcern: { w: 'majority', j: true } },
);

/** The audit log, in MongoDB. Call `init` before the first use. */
export function mongoAuditLog(connection: Connection): AuditLog & { init(): Promise<void> } {
  const entries = connection.model('AuditEntry', auditSchema);
  return {
    async record(entry) {
      await entries.create({ ...entry, at: new Date() });
    },
    async list(page, pageSize) {
      const skip = (page - 1) * pageSize;
      const found = entries.find().sort({ at: -1, _id: -1 }).skip(skip).limit(pageSize).lean<AuditEntry[]>();
      const [items, total] = await Promise.all([found, entries.countDocuments()]);
      return { items: items.map(toEntry), total };
    },
    async init() {
      await entries.createIndexes();
    },
  };
}

const toEntry = ({ at, by, action, object, note }: AuditEntry): AuditEntry => ({
  at,
  by: by ? { id: by.id, name: by.name } : null,
  action,
  object,
  note,
});
