/** Events as they came, what follows from them, kiosks, orders and staff. */
export const register = {
  version: 1,
  sql: `
    CREATE TABLE kiosks (
      kiosk_number INTEGER PRIMARY KEY,
      public_key_x TEXT NOT NULL,
      enrolled_at_ms INTEGER NOT NULL,
      revoked_at_ms INTEGER,
      last_contact_ms INTEGER,
      log_id TEXT,
      last_seq INTEGER NOT NULL DEFAULT 0,
      orders_taken_up_to INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE enrolment_codes (
      code_hash TEXT PRIMARY KEY,
      kiosk_number INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      expires_at_ms INTEGER,
      used_by_key TEXT
    ) STRICT;
    CREATE TABLE logs (
      kiosk_number INTEGER NOT NULL REFERENCES kiosks (kiosk_number),
      log_id TEXT NOT NULL,
      head_seq INTEGER NOT NULL,
      head_hash TEXT NOT NULL,
      first_seen_ms INTEGER NOT NULL,
      PRIMARY KEY (kiosk_number, log_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE events (
      received_id INTEGER PRIMARY KEY AUTOINCREMENT,
      kiosk_number INTEGER NOT NULL REFERENCES kiosks (kiosk_number),
      log_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      type TEXT NOT NULL,
      version INTEGER NOT NULL,
      at_ms INTEGER NOT NULL,
      is_time_trusted INTEGER NOT NULL,
      payload TEXT NOT NULL,
      sealed TEXT,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL,
      received_at_ms INTEGER NOT NULL,
      UNIQUE (kiosk_number, log_id, seq)
    ) STRICT;
    CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'An event is never changed.'); END;
    CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'An event is never deleted.'); END;

    CREATE TABLE event_links (
      received_id INTEGER PRIMARY KEY REFERENCES events (received_id),
      kiosk_number INTEGER NOT NULL,
      dossier_id TEXT,
      visit_id TEXT,
      request_id TEXT
    ) STRICT;
    CREATE INDEX event_links_dossier ON event_links (kiosk_number, dossier_id) WHERE dossier_id IS NOT NULL;
    CREATE INDEX event_links_visit ON event_links (kiosk_number, visit_id) WHERE visit_id IS NOT NULL;
    CREATE INDEX event_links_request ON event_links (kiosk_number, request_id) WHERE request_id IS NOT NULL;
    CREATE TABLE parked_events (
      received_id INTEGER PRIMARY KEY REFERENCES events (received_id),
      reason TEXT NOT NULL
    ) STRICT;

    CREATE TABLE dossiers (
      kiosk_number INTEGER NOT NULL,
      dossier_id TEXT NOT NULL,
      ticket TEXT,
      procedure_id TEXT,
      bag_label TEXT,
      place TEXT NOT NULL,
      compartment_number INTEGER,
      staff_id TEXT,
      is_result INTEGER NOT NULL,
      official_code TEXT,
      official_status INTEGER,
      dropped_at_ms INTEGER,
      counts_as_received_at_ms INTEGER,
      taken_over_at_ms INTEGER,
      official_code_at_ms INTEGER,
      due_date TEXT,
      changed_at_ms INTEGER NOT NULL,
      PRIMARY KEY (kiosk_number, dossier_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX dossiers_code ON dossiers (official_code) WHERE official_code IS NOT NULL;
    CREATE INDEX dossiers_changed ON dossiers (changed_at_ms);
    CREATE INDEX dossiers_unfinished ON dossiers (kiosk_number, compartment_number) WHERE place = 'unfinished';
    CREATE TABLE dossier_keys (
      kiosk_number INTEGER NOT NULL,
      dossier_id TEXT NOT NULL,
      office_key_id TEXT NOT NULL,
      sealed_key TEXT NOT NULL,
      PRIMARY KEY (kiosk_number, dossier_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE cases (
      kiosk_number INTEGER NOT NULL,
      case_number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      compartment_number INTEGER,
      dossier_id TEXT,
      opened_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      closed_by TEXT,
      PRIMARY KEY (kiosk_number, case_number)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE compartments (
      kiosk_number INTEGER NOT NULL,
      compartment_number INTEGER NOT NULL,
      height_mm INTEGER NOT NULL,
      contents TEXT NOT NULL,
      is_in_service INTEGER NOT NULL,
      PRIMARY KEY (kiosk_number, compartment_number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE projection_state (
      only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
      version TEXT NOT NULL
    ) STRICT;

    CREATE TABLE alarms (
      alarm_id INTEGER PRIMARY KEY AUTOINCREMENT,
      kiosk_number INTEGER NOT NULL,
      log_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      message TEXT NOT NULL,
      first_at_ms INTEGER NOT NULL,
      last_at_ms INTEGER NOT NULL,
      count INTEGER NOT NULL,
      acknowledged_by TEXT,
      acknowledged_at_ms INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX alarms_open ON alarms (kiosk_number, log_id, kind) WHERE acknowledged_at_ms IS NULL;

    CREATE TABLE orders (
      kiosk_number INTEGER NOT NULL REFERENCES kiosks (kiosk_number),
      number INTEGER NOT NULL,
      kind TEXT NOT NULL,
      dossier_id TEXT NOT NULL,
      official_code TEXT NOT NULL,
      sealed_body TEXT NOT NULL,
      created_by TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      PRIMARY KEY (kiosk_number, number)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE staff (
      staff_id TEXT PRIMARY KEY,
      login TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      password_hash TEXT NOT NULL,
      failed_tries INTEGER NOT NULL DEFAULT 0,
      locked_until_ms INTEGER
    ) STRICT;
    CREATE TABLE sessions (
      token_hash TEXT PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff (staff_id),
      created_at_ms INTEGER NOT NULL,
      expires_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE staff_acts (
      act_id INTEGER PRIMARY KEY AUTOINCREMENT,
      staff_id TEXT NOT NULL,
      act TEXT NOT NULL,
      kiosk_number INTEGER,
      dossier_id TEXT,
      at_ms INTEGER NOT NULL
    ) STRICT;
  `,
} as const;
