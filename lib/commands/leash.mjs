// Goes with the web server: it must not outlive whoever started it, however that ended.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()
