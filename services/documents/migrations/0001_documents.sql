-- Kept files. The bytes are in the blob store, encrypted per practice; the hash proves that they are the same.
create table document (
  id uuid primary key,
  practice_id uuid not null,
  kind text not null check (kind in ('statement', 'appeal_letter', 'receipt', 'x12', 'other')),
  content_type text not null,
  file_name text not null,
  byte_count integer not null check (byte_count > 0),
  sha256 text not null,
  blob_key text not null,
  patient_id uuid,
  subject_type text not null,
  subject_id uuid not null,
  created_at timestamptz not null,
  created_by text not null,
  unique (practice_id, id)
);
create index document_by_patient on document (practice_id, patient_id, id) where patient_id is not null;
create index document_by_subject on document (practice_id, subject_id, id);
select platform.protect('document');
revoke update, delete on document from {{service}};
