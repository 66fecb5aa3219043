/** "Tôi già rồi không biết chữ", "không biết nhắn tin": they may speak, or show, or be called. */
export const CANNOT_WRITE =
  /\b(?:khong|ko|chang|hong) (?:biet |ranh |quen |gioi )(?:chu|doc|viet|bam|go|nhan tin|dung (?:may|dien thoai|zalo|app)|xai (?:may|dien thoai|zalo|app)|cong nghe|may moc)(?: (?:gi|nhieu|lam|dau|het|ca|a|nua|tin|viet|chu)){0,3}$|\b(?:mat kem|mat mo|mu chu|bam (?:giup|ho|gium) (?:bac|toi|co|chu|ong|ba))\b/;
