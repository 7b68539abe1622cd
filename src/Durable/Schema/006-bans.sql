-- Those of a bot that still last are found without the many that have ended.
create index bans_lasting on bans (bot, until);
