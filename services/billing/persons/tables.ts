export interface MergedRecordTable {
  practiceId: string;
  patientId: string;
  /** The surviving record. */
  personId: string;
}

export interface PersonsTables {
  mergedRecord: MergedRecordTable;
}
