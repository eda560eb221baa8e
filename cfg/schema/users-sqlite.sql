-- Who may register: Kamailio's tables `subscriber` (version 7) and `uri` (version
-- 1), with a column for the digest of RFC 8760 beside each of those for MD5.
-- Safe to run again.

CREATE TABLE IF NOT EXISTS version (
    id INTEGER PRIMARY KEY NOT NULL,
    table_name VARCHAR(32) NOT NULL,
    table_version INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT version_table_name_idx UNIQUE (table_name)
);

CREATE TABLE IF NOT EXISTS subscriber (
    id INTEGER PRIMARY KEY NOT NULL,
    username VARCHAR(64) DEFAULT '' NOT NULL,
    domain VARCHAR(64) DEFAULT '' NOT NULL,
    password VARCHAR(64) DEFAULT '' NOT NULL,       -- stays empty
    ha1 VARCHAR(128) DEFAULT '' NOT NULL,           -- MD5(username:realm:password)
    ha1b VARCHAR(128) DEFAULT '' NOT NULL,          -- MD5(username@domain:realm:password)
    ha1_sha256 VARCHAR(128) DEFAULT '' NOT NULL,
    ha1b_sha256 VARCHAR(128) DEFAULT '' NOT NULL,
    CONSTRAINT subscriber_account_idx UNIQUE (username, domain)
);

CREATE INDEX IF NOT EXISTS subscriber_username_idx ON subscriber (username);

-- username@domain may register uri_user as well
CREATE TABLE IF NOT EXISTS uri (
    id INTEGER PRIMARY KEY NOT NULL,
    username VARCHAR(64) DEFAULT '' NOT NULL,
    domain VARCHAR(64) DEFAULT '' NOT NULL,
    uri_user VARCHAR(64) DEFAULT '' NOT NULL,
    last_modified TIMESTAMP WITHOUT TIME ZONE DEFAULT '2000-01-01 00:00:01' NOT NULL,
    CONSTRAINT uri_account_idx UNIQUE (username, domain, uri_user)
);

INSERT OR IGNORE INTO version (table_name, table_version) VALUES ('version', 1);
INSERT OR IGNORE INTO version (table_name, table_version) VALUES ('subscriber', 7);
INSERT OR IGNORE INTO version (table_name, table_version) VALUES ('uri', 1);
