package org.parley.bench;

/** The most frequent words of some languages, roughly by frequency. */
final class CommonWords {
  static final String ENGLISH =
      "the to i you a and it is in that of for on me my have be this are just so we do what not but"
          + " at can your with get if no like up was know ok out all yes now will when good there or"
          + " go one time about see think how going they want from got here really love would today"
          + " did then need still back lol some who way too day let work sorry thanks well home"
          + " right more come over tomorrow night make say people tell sure please something much"
          + " been because maybe should he she her him his their them could great nice morning"
          + " already call phone meeting number invoice weekend again later always never before after"
          + " around little thing things first last long new next house money friend school dinner";
  static final String GERMAN =
      "ich du das die ist nicht der und es ja was zu ein wir in mir so mit den auch auf noch sich"
          + " hab dann für eine bin aber wie dich ihr von kann nur schon wenn mal heute gut hast sie"
          + " habe oder morgen kein danke bitte wann vielleicht über würde schön später müssen können"
          + " wieder zurück fährst Straße größer Grüße weiß heißt natürlich Abend Wochenende Arbeit"
          + " zusammen Geburtstag Entschuldigung möchte gerade immer etwas nichts jetzt alles mehr";
  static final String FRENCH =
      "je de est pas le tu la que et à un les en ça il ce on une pour ne des dans qui vous mais avec"
          + " nous bien si moi plus tout au mon fait comme suis être sur oui quoi là toi ai faire ou"
          + " merci demain très même quand vais peut aussi été après c'est j'ai d'accord désolé"
          + " français élève août garçon où déjà peut-être aujourd'hui rendez-vous bientôt maison";
  static final String SPANISH =
      "de que no a la el es y en lo un por me una te los se con para mi está si bien pero yo eso las"
          + " sí su tu aquí del al como le más esto ya todo esta vamos muy hay ahora algo estoy qué"
          + " tengo nada nos cuando cómo mañana también después gracias año niño señor corazón"
          + " difícil teléfono trabajo amigo quiero puedes hacer buenas noches día dónde porque";
  static final String RUSSIAN =
      "я не что в и ты это на с он а как то мы все она так но у же вы за бы по да меня мне нет о его"
          + " мой тебя если есть вот был когда только уже может ещё хорошо завтра сегодня спасибо"
          + " пожалуйста работа дома привет пока очень можно надо будет хочу знаю понял деньги время"
          + " потом сейчас давай вечером утром тоже почему где кто здесь ничего конечно думаю";
  static final String TURKISH =
      "bir bu ne ve için çok ben mi o değil evet da var hayır bana sen iyi ama daha beni seni şey"
          + " kadar gibi nasıl yok tamam şimdi teşekkürler günaydın yarın akşam görüşürüz ışık İstanbul"
          + " kırmızı değilim geliyorum gidiyoruz bugün nerede arkadaş çalışıyorum güzel önemli";
  static final String POLISH =
      "nie to się w na i że z co jest do tak jak o mnie ale po mi ci jestem za czy dla już dobrze"
          + " dziękuję proszę jutro dzisiaj gdzie może będzie łódź źle życie książka przepraszam"
          + " wszystko właśnie później miłość spotkanie praca dom wieczór cześć zawsze również";
  static final String VIETNAMESE =
      "là không anh tôi có em của và một cho được đi đã với người trong này làm đó cũng ở thì như rồi"
          + " mình nhưng biết sẽ đang đến ngày mai hôm nay cảm ơn xin lỗi bạn gì nhà việc đường tiền"
          + " nhiều về nói thôi muốn ăn cơm chưa tối sáng gặp sau trước điện thoại";
  static final String ARABIC =
      "في من على أن هذا لا ما إلى هل أنا كان مع هو كل نعم لقد ذلك عن لم يا شكرا اليوم غدا كيف حالك"
          + " أين متى لماذا جيد عمل بيت صديق وقت مساء صباح الخير إن شاء الله الآن بعد قبل مرحبا"
          + " السلام عليكم مدرسة سيارة هاتف موعد فلوس كثيرا جدا";
  static final String HINDI =
      "है में के की हैं से को का नहीं यह और क्या मैं हो तो पर भी कि एक हम आप मुझे था कर रहा वह अब कल आज धन्यवाद"
          + " नमस्ते कैसे कहाँ कब घर काम समय दोस्त पैसा अच्छा ठीक फिर बाद पहले शाम सुबह खाना बात करना चाहिए जरूर";
  static final String THAI =
      "ที่ ไม่ ฉัน คุณ ไป มี เป็น ได้ ว่า ให้ มา จะ ครับ ค่ะ นี้ แล้ว ก็ กับ ของ ใน อยู่ ทำ พรุ่งนี้ วันนี้ ขอบคุณ สวัสดี บ้าน งาน เวลา เพื่อน กิน ข้าว"
          + " เย็น เช้า โทรศัพท์ เงิน มาก ดี อะไร ที่ไหน เมื่อไร ทำไม";
  static final String KOREAN =
      "이 그 나 너 우리 안 뭐 왜 네 응 좀 더 지금 오늘 내일 감사합니다 안녕하세요 미안해 사랑해 집에 회사 학교 친구 시간 전화 저녁 아침 점심"
          + " 괜찮아 알겠어 그래서 그런데 하지만 정말 진짜 너무 많이 빨리 다시 같이 먼저 나중에 어디 언제 누구 한국 서울 주말";
  static final String JAPANESE =
      "の に は て を が た で も と し な い か よ ね です ます した ない から けど これ それ ある いる する 今日 明日 ありがとう おはよう すみません"
          + " 仕事 電話 時間 友達 学校 会社 家 ご飯 食べ 行き 来て 見て 大丈夫 お願い 本当 ちょっと まだ もう また 後で 週末 東京 日本 楽しみ コーヒー"
          + " メール パーティー ﾃｽﾄ";
  static final String CHINESE =
      "我 的 你 是 了 不 在 有 他 这 就 都 好 说 会 要 去 来 吧 吗 没 也 很 到 看 人 什么 我们 知道 可以 现在 今天 明天 谢谢 怎么 时候 没有 一个 工作"
          + " 公司 电话 朋友 回家 吃饭 喜欢 晚上 早上 对不起 没关系 因为 所以 但是 如果 已经 觉得 问题 东西 时间 钱 学校 北京 上海 中国 手机 发票 会议 周末";
  static final String GREEK =
      "να το δεν και είναι θα μου που σε με για τι του ναι όχι σου την στο αυτό καλά ευχαριστώ αύριο"
          + " σήμερα δουλειά σπίτι φίλος καλημέρα πού πότε γιατί πολύ μετά πριν χρόνος λόγος";
  static final String HEBREW =
      "לא את אני זה אתה מה הוא לי על כן היא של יש בסדר אבל כל שלי טוב עם רק תודה מחר היום איפה מתי למה בית עבודה"
          + " חבר בוקר ערב שלום בבקשה עכשיו אחר כך כסף טלפון שָׁלוֹם";

  private CommonWords() {}
}
