-- Until when a one-time password opens a session; null: none was given, or it came before this, or it is the very first one of a
-- portal, which nobody could give anew.
ALTER TABLE account ADD COLUMN one_time_until timestamptz;
GRANT UPDATE (one_time_until) ON account TO chengji_app;
